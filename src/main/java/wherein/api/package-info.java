/**
 * What is asked, and what is answered?
 *
 * <p>In: the parameters of a request, from a URL or from the options of a command. Out: an {@link wherein.api.Answer}, or a {@link
 * wherein.api.ProblemException} that says what was expected. {@link wherein.api.Endpoints} is the table of all that can be asked;
 * a {@link wherein.api.Parameter} is declared once and says what it does to an answer by its {@link wherein.api.Role}. An {@link
 * wherein.api.Engine} answers from one generation of an index, until a deadline. Nothing here knows of HTTP: start at the
 * endpoints.
 */
package wherein.api;
