/**
 * How does it go over the wire?
 *
 * <p>In: HTTP requests. Out: JSON, the page, and for every fault a problem of one form. {@link wherein.http.Server} has
 * the routes, {@code Api} what they do, {@link wherein.http.Problem} the faults. Start at the server.
 */
package wherein.http;
