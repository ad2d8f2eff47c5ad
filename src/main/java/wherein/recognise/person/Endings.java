package wherein.recognise.person;

/** Tells surnames and patronymics by how they begin and end. */
final class Endings {

    private static final String[] LATIN = {
        "ov", "ova", "ev", "eva", "yov", "sky", "ski", "skiy", "skii", "skyy", "skaya", "ska", "enko", "enka", "chuk",
        "shvili", "adze", "idze", "yan", "ian", "sson", "sen", "son", "ez", "ić", "ič", "vic", "vich", "wicz", "czyk",
        "escu", "eanu", "poulos", "idis", "akis", "zadeh", "mann", "berg", "stein", "feld", "baum", "elli", "etti",
        "ucci", "ini", "nen", "dóttir", "dottir", "oğlu", "oglu", "uk", "iuk", "yuk", "ães", "eira", "ski", "quist",
        "ström", "gaard", "strand", "yev", "yeva", "bayev", "ullin", "ulin", "aitis", "auskas", "iene", "ienė"
    };
    private static final String[] CYRILLIC = {
        "ов", "ова", "ову", "овым", "овой", "ове", "овы", "овых", "ев", "ева", "еву", "евым", "евой", "еве", "евых",
        "ёв", "ёва", "ёву", "ин", "ина", "ину", "иным", "иной", "ын", "ына", "ский", "ского", "скому", "ским", "ском",
        "ская", "ской", "скую", "цкий", "цкого", "цкому", "цким", "цкая", "цкой", "енко", "чук", "чука", "чуку",
        "чуком", "юк", "юка", "юку", "дзе", "швили", "ян", "яна", "яну", "яном", "ич", "ича", "ичу", "ичем", "ман",
        "мана", "ману", "маном", "берг", "берга", "бергу", "бергом", "штейн", "штейна", "штейну", "штейном", "сон",
        "сона", "сону", "соном", "сен", "сена", "ейко", "айло", "ович", "евич", "овски", "аускас"
    };
    private static final String[] PATRONYMIC = {
        "ович", "овича", "овичу", "овичем", "овиче", "евич", "евича", "евичу", "евичем", "евиче", "ьич", "ьича", "ьичу",
        "ьичом", "ьичем", "ьиче", "овна", "овны", "овне", "овну", "овной", "евна", "евны", "евне", "евну", "евной",
        "ична", "ичны", "ичне", "ичну", "ичной", "инична"
    };
    /** Patronymics that are too short for their endings to tell. */
    private static final String[] SHORT_PATRONYMIC = {
        "ильич", "ильича", "ильичу", "ильичом", "ильиче", "лукич", "лукича", "лукичу", "лукичом", "фомич", "фомича",
        "фомичу", "фомичом"
    };

    private static final String[] ADJECTIVE = {"ский", "ского", "скому", "ским", "ском", "ская", "ской", "скую"};
    private static final String[] STARTS = {"Mc", "Mac", "O'", "O’", "Fitz", "Ó", "Ter-", "Тер-", "Мак-", "О'"};

    private Endings() {}

    /** {@link Flags#MORPH} and {@link Flags#PATRONYMIC} for the word at {@code start} to {@code end}. */
    static int flags(String text, int start, int end, boolean cyrillic) {
        int length = end - start;
        if (length < 4) {
            return 0;
        }
        if (cyrillic) {
            int flags = any(CYRILLIC, text, start, end, 2) ? Flags.MORPH : 0;
            if (any(SHORT_PATRONYMIC, text, start, end, 0)) {
                return flags | Flags.PATRONYMIC;
            }
            return length > 6 && any(PATRONYMIC, text, start, end, 2) ? flags | Flags.PATRONYMIC : flags;
        }
        return any(LATIN, text, start, end, 2) || begins(text, start, length) ? Flags.MORPH : 0;
    }

    /** Whether the word ends like a Russian adjective of a place. */
    static boolean isAdjective(String text, int start, int end) {
        return any(ADJECTIVE, text, start, end, 2);
    }

    private static boolean begins(String text, int start, int length) {
        for (String begin : STARTS) {
            if (length > begin.length() + 2
                    && text.startsWith(begin, start)
                    && Character.isUpperCase(text.charAt(start + begin.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(String[] endings, String text, int start, int end, int stem) {
        char last = Character.toLowerCase(text.charAt(end - 1));
        for (String ending : endings) {
            int from = end - ending.length();
            if (ending.charAt(ending.length() - 1) == last && from >= start + stem && matches(text, from, ending)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code ending}, in lower case, stands at {@code from} in {@code text}, in whatever case. */
    static boolean matches(String text, int from, String ending) {
        for (int i = 0; i < ending.length(); i++) {
            char c = text.charAt(from + i);
            if (c != ending.charAt(i) && Character.toLowerCase(c) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
