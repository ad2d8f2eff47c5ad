package wherein.analysis;

import java.util.Set;

/**
 * The words of English and Russian that build a sentence and say little of what it is about. They are in the index and
 * match like all others; only their weight in the order is small.
 */
final class FunctionWords {

    private static final Set<String> ENGLISH = Set.of(
            ("a about after again against all also am an and any are as at be because been before being between both but"
                            + " by can could did do does doing done during each few for from had has have having he her"
                            + " here hers him his how i if in into is it its just may me might more most much must my no"
                            + " nor not now of off on once only or other our out over own same shall she should so some"
                            + " such than that the their theirs them then there these they this those through to too"
                            + " under until up upon us very was we were what when where whether which while who whom"
                            + " whose why will with within without would you your yours")
                    .split(" "));

    private static final Set<String> RUSSIAN = Set.of(
            ("а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее"
                            + " если есть еще ж же за и из или им их к как какая какие какой ко когда который которая"
                            + " которое которые кто куда ли либо между меня мне может мы на над надо нас не него нее нет"
                            + " ни них но ну о об однако он она они оно от очень по под после при про с сам себя со так"
                            + " такой там те тем то того тоже той только том ты у уже хотя чего чей чем что чтобы чье чья"
                            + " эта эти это этого этой этом этот я")
                    .split(" "));

    private FunctionWords() {}

    /** Whether {@code word}, folded as the index folds it, is one. */
    static boolean contain(String word) {
        return ENGLISH.contains(word) || RUSSIAN.contains(word);
    }
}
