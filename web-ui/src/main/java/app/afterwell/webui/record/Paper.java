package app.afterwell.webui.record;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;

/** One document while it is written: XHTML with every text escaped, in the end a tagged PDF that names its pages. */
final class Paper {

    private static final String FONT = "Liberation Sans";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final double WIDEST_MM = 150;
    private static final double HIGHEST_MM = 110;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final StringBuilder text = new StringBuilder(8192);

    /**
     * @param title of the document
     * @param left what stands at the head of each page, left
     * @param right the same, right
     * @param pages how a page is numbered, with {@code #} for its number and {@code ##} for how many there are
     * @param foot what stands at the foot of each page
     */
    Paper(Locale locale, String title, String left, String right, String pages, String foot) {
        var number = quoted(pages).replace("##", "\" counter(pages) \"").replace("#", "\" counter(page) \"");
        text.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(escape(locale.toLanguageTag()))
                .append("\"><head><title>")
                .append(escape(title))
                .append("</title><meta name=\"subject\" content=\"")
                .append(escape(title))
                .append("\"/><style>")
                .append(STYLE)
                .append("@page { ")
                .append(edge("top-left", "8.5pt", quoted(left)))
                .append(edge("top-right", "8.5pt", quoted(right)))
                .append(edge("bottom-left", "7.5pt", quoted(foot)))
                .append(edge("bottom-right", "8.5pt", number))
                .append("}</style></head><body>");
    }

    /** A box at a page's edge takes nothing over from the document: it names its own font. */
    private static String edge(String where, String size, String content) {
        return "@" + where + " { font-family: '" + FONT + "'; font-size: " + size + "; color: #444; content: " + content
                + "; } ";
    }

    private static final String STYLE = """
            @page { size: A4; margin: 24mm 18mm 22mm; }
            html { font-family: 'Liberation Sans'; }
            body { font-size: 10pt; line-height: 1.4; color: #1f2421; }
            h1 { font-size: 17pt; margin: 0 0 3mm; } h2 { font-size: 12.5pt; margin: 7mm 0 1.5mm; }
            h3 { font-size: 10pt; margin: 3.5mm 0 0.5mm; }
            p { margin: 0 0 1mm; } .lines { white-space: pre-wrap; } .muted { color: #555; font-size: 8.5pt; }
            .note { border-top: 0.4mm solid #999; padding-top: 1mm; margin-top: 6mm; }
            .old { border: 0.3mm solid #8a4b08; padding: 1.5mm 2.5mm; color: #8a4b08; }
            .hash { font-size: 7.5pt; color: #555; word-wrap: break-word; }
            .added { border-left: 0.6mm solid #0f6b62; padding-left: 3mm; margin: 2mm 0; }
            ul { margin: 0; padding-left: 5mm; }
            h2, h3 { page-break-after: avoid; } li, .added { page-break-inside: avoid; }
            """;

    Paper open(String style) {
        text.append("<div class=\"").append(style).append("\">");
        return this;
    }

    Paper close() {
        text.append("</div>");
        return this;
    }

    Paper heading(int level, String said) {
        return element("h" + level, "", said);
    }

    /** A paragraph; nothing where there is nothing to say. */
    Paper line(String style, String said) {
        return said.isBlank() ? this : element("p", style, said);
    }

    Paper list(Iterable<String> lines) {
        text.append("<ul>");
        lines.forEach(line -> element("li", "", line));
        text.append("</ul>");
        return this;
    }

    /** A photo, as wide as it can be without being higher than half a page. */
    Paper picture(Picture picture, String said) {
        double width = Math.min(WIDEST_MM, HIGHEST_MM * picture.width() / picture.height());
        text.append("<p><img alt=\"")
                .append(escape(said))
                .append("\" style=\"width: ")
                .append((int) Math.max(1, width))
                .append("mm\" src=\"data:image/jpeg;base64,")
                .append(Base64.getEncoder().encodeToString(picture.jpeg()))
                .append("\"/></p>");
        return this;
    }

    private Paper element(String tag, String style, String said) {
        text.append('<').append(tag);
        if (!style.isEmpty()) {
            text.append(" class=\"").append(style).append('"');
        }
        text.append('>').append(escape(said)).append("</").append(tag).append('>');
        return this;
    }

    byte[] pdf() {
        try (var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePdfUaAccessibility(true);
            builder.useFont(() -> font("Regular"), FONT, NORMAL, FontStyle.NORMAL, true);
            builder.useFont(() -> font("Bold"), FONT, BOLD, FontStyle.NORMAL, true);
            builder.withProducer("Afterwell");
            builder.withHtmlContent(text + "</body></html>", null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be written", e);
        }
    }

    private static InputStream font(String face) {
        var found = Paper.class.getResourceAsStream("/liberation/LiberationSans-" + face + ".ttf");
        if (found == null) {
            throw new IllegalStateException("the font is not on the class path");
        }
        return found;
    }

    /** As text of XML; what XML has no place for is left out. */
    private static String escape(String said) {
        var escaped = new StringBuilder(said.length() + 16);
        said.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean sayable = point == '\n'
                            || point == '\t'
                            || point >= 0x20 && point <= 0xD7FF
                            || point >= 0xE000 && point <= 0xFFFD
                            || point >= 0x10000;
                    if (sayable) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** As a string of a style sheet inside of XML. */
    private static String quoted(String said) {
        var quoted = new StringBuilder("\"");
        said.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || " #,.:·-".indexOf(point) >= 0) {
                quoted.appendCodePoint(point);
            } else if (point > 0x20) {
                quoted.append('\\').append(Integer.toHexString(point)).append(' ');
            }
        });
        return quoted.append('"').toString();
    }
}
