package app.afterwell.intake;

/** How many slips of the pen lie between what was typed and a word; pure. */
final class Slips {

    private Slips() {}

    /**
     * The fewest letters that were left out, added, mistaken for another or turned round with their neighbour so that this
     * was typed for the word or, as somebody may still be typing, for its beginning (optimal string alignment distance).
     */
    static int between(String typed, String word) {
        int[] before = new int[word.length() + 1];
        int[] last = new int[word.length() + 1];
        int[] row = new int[word.length() + 1];
        for (int end = 0; end <= word.length(); end++) {
            last[end] = end;
        }
        for (int letter = 1; letter <= typed.length(); letter++) {
            row[0] = letter;
            for (int end = 1; end <= word.length(); end++) {
                boolean same = typed.charAt(letter - 1) == word.charAt(end - 1);
                row[end] = Math.min(last[end - 1] + (same ? 0 : 1), 1 + Math.min(last[end], row[end - 1]));
                if (letter > 1
                        && end > 1
                        && typed.charAt(letter - 1) == word.charAt(end - 2)
                        && typed.charAt(letter - 2) == word.charAt(end - 1)) {
                    row[end] = Math.min(row[end], before[end - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        int fewest = last[0];
        for (int slips : last) {
            fewest = Math.min(fewest, slips);
        }
        return fewest;
    }
}
