package wherein.format;

import wherein.document.NoteKind;

/** Tells of sheets that their readers do not see. */
final class Hidden {

    private Hidden() {}

    static void tell(int sheets, Extracts extracts) {
        if (sheets > 0) {
            extracts.tell(
                    NoteKind.HIDDEN,
                    0,
                    sheets + " hidden sheet" + (sheets == 1 ? " is" : "s are") + " left out; show "
                            + (sheets == 1 ? "it" : "them") + " and save the workbook to have "
                            + (sheets == 1 ? "it" : "them") + " indexed");
        }
    }
}
