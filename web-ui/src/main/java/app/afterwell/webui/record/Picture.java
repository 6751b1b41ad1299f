package app.afterwell.webui.record;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A photo as it is put on paper: a JPEG of no more pixels than a page can show, so that a document with many photos stays
 * small, whatever the camera made of them.
 */
record Picture(byte[] jpeg, int width, int height) {

    /** At the width of a page's text, 174 mm, that is some 190 dots an inch. */
    static final int MOST_PIXELS = 1300;

    /** @param content a JPEG or PNG */
    static Picture of(byte[] content) {
        try {
            var image = read(content);
            double scale = Math.min(1, (double) MOST_PIXELS / Math.max(image.getWidth(), image.getHeight()));
            int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
            int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
            var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = small.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.drawImage(image, 0, 0, width, height, null);
            graphics.dispose();
            var out = new ByteArrayOutputStream();
            if (!ImageIO.write(small, "jpeg", out)) {
                throw new IllegalStateException("every Java platform writes JPEG");
            }
            return new Picture(out.toByteArray(), width, height);
        } catch (IOException e) {
            throw new UncheckedIOException("a photo of the record cannot be read", e);
        }
    }

    /** Reads only every n-th pixel of what is many times too large. */
    private static BufferedImage read(byte[] content) throws IOException {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("no image");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                var how = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * MOST_PIXELS));
                how.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, how);
            } finally {
                reader.dispose();
            }
        }
    }
}
