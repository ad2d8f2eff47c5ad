/**
 * How good is the order?
 *
 * <p>In: {@link wherein.evaluate.Topics queries} and {@link wherein.evaluate.Judgements judgements} of a collection in
 * the forms of TREC, and a {@link wherein.evaluate.Run run}, which is what was answered. Out: {@link
 * wherein.evaluate.Measures the measures} that trec_eval prints. Start at the measures. Nothing here knows where the
 * answers come from.
 */
package wherein.evaluate;
