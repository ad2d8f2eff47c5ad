/**
 * What does a language call it?
 *
 * <p>In: the code of a language. Out: its {@link wherein.recognise.language.Language Language}: the words that a recogniser
 * needs to know of it, by {@link wherein.recognise.language.WordClass class}. A language is one file of words beside this
 * package and one entry in {@link wherein.recognise.language.Languages}, where to start. A language that has no file
 * answers with nothing. The recognisers import this package, and it imports none of them.
 */
package wherein.recognise.language;
