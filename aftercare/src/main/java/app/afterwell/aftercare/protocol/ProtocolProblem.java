package app.afterwell.aftercare.protocol;

/**
 * What is wrong with a protocol file.
 *
 * @param line counted from 1; 0 if it is about the file as a whole
 * @param path where in the file, as a JSON pointer such as {@code /items/3/title}
 * @param reason for a person, naming the offending code or word
 */
public record ProtocolProblem(int line, String path, String reason) {

    @Override
    public String toString() {
        return "line " + line + ", " + path + ": " + reason;
    }
}
