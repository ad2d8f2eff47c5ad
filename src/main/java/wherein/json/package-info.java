/**
 * In what form?
 *
 * <p>In: records of an answer. Out: JSON, with offsets in code points unless UTF-16 was asked for. Start at {@link
 * wherein.json.Json}.
 */
package wherein.json;
