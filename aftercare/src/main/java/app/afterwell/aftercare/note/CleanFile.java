package app.afterwell.aftercare.note;

import app.afterwell.domain.UnacceptableException;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A photo or PDF as it may be kept: known by what it contains and not by its name, and without what it tells of the
 * device, the place and the person that made it. Images are drawn anew; a PDF loses its properties, scripts and files.
 *
 * @param mediaType image/jpeg, image/png or application/pdf
 */
record CleanFile(String mediaType, byte[] content) {

    /** The most bytes that a file may have. */
    static final int MOST_BYTES = 10 * 1024 * 1024;

    /** More would need too much memory to be drawn anew. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final float QUALITY = 0.88f;
    private static final int EXIF_ORIENTATION = 0x0112;

    /** @throws UnacceptableException {@code file-size}, {@code file-type}, {@code file-broken} */
    static CleanFile of(byte[] sent) {
        if (sent.length == 0 || sent.length > MOST_BYTES) {
            throw new UnacceptableException("file-size", "A file has at most 10 MB and is not empty.");
        }
        try {
            if (starts(sent, 0xFF, 0xD8, 0xFF)) {
                return new CleanFile("image/jpeg", image(sent, "jpeg", orientation(sent)));
            }
            if (starts(sent, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
                return new CleanFile("image/png", image(sent, "png", 1));
            }
            if (starts(sent, '%', 'P', 'D', 'F', '-')) {
                return new CleanFile("application/pdf", pdf(sent));
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof UnacceptableException said) {
                throw said;
            }
            throw new UnacceptableException("file-broken", "This file cannot be read.");
        }
        throw new UnacceptableException("file-type", "Photos as JPEG or PNG, and PDFs, can be attached.");
    }

    private static boolean starts(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int at = 0; at < magic.length; at++) {
            if ((content[at] & 0xFF) != magic[at]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] image(byte[] sent, String format, int orientation) throws IOException {
        var image = upright(read(sent), orientation);
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
                image = opaque(image);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] sent) throws IOException {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("no image");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new UnacceptableException("file-size", "A photo has at most 40 million pixels.");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage opaque(BufferedImage image) {
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }

    /** The image as it was meant to be seen: the note that says how the camera was held is about to go. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation <= 1 || orientation > 8) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lying = orientation >= 5;
        var turn = new AffineTransform();
        switch (orientation) {
            case 2 -> turn.setTransform(-1, 0, 0, 1, width, 0);
            case 3 -> turn.setTransform(-1, 0, 0, -1, width, height);
            case 4 -> turn.setTransform(1, 0, 0, -1, 0, height);
            case 5 -> turn.setTransform(0, 1, 1, 0, 0, 0);
            case 6 -> turn.setTransform(0, 1, -1, 0, height, 0);
            case 7 -> turn.setTransform(0, -1, -1, 0, height, width);
            default -> turn.setTransform(0, -1, 1, 0, 0, width);
        }
        var turned = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var graphics = turned.createGraphics();
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return turned;
    }

    /** How the camera was held, 1 to 8 (Exif 2.32, tag 0x0112); 1 if it does not say. */
    private static int orientation(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            int length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
            if (marker == 0xDA || length < 2 || at + 2 + length > jpeg.length) {
                return 1;
            }
            if (marker == 0xE1
                    && length > 16
                    && new String(jpeg, at + 4, 4, StandardCharsets.US_ASCII).equals("Exif")) {
                return orientationIn(Arrays.copyOfRange(jpeg, at + 10, at + 2 + length));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int orientationIn(byte[] tiff) {
        var data = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = data.getInt(4);
        if (directory < 8 || directory + 2 > tiff.length) {
            return 1;
        }
        int entries = data.getShort(directory) & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * 12;
            if (at + 12 > tiff.length) {
                return 1;
            }
            if ((data.getShort(at) & 0xFFFF) == EXIF_ORIENTATION) {
                return data.getShort(at + 8) & 0xFFFF;
            }
        }
        return 1;
    }

    private static byte[] pdf(byte[] sent) throws IOException {
        try (PDDocument document = Loader.loadPDF(sent)) {
            if (document.isEncrypted()) {
                throw new UnacceptableException("file-broken", "A PDF with a password cannot be attached.");
            }
            document.setDocumentInformation(new PDDocumentInformation());
            var catalog = document.getDocumentCatalog();
            catalog.setMetadata(null);
            for (var part : new String[] {"OpenAction", "AA", "Names", "AF", "PieceInfo", "Collection", "AcroForm"}) {
                catalog.getCOSObject().removeItem(COSName.getPDFName(part));
            }
            for (var page : document.getPages()) {
                page.setMetadata(null);
                page.getCOSObject().removeItem(COSName.getPDFName("AA"));
                page.getCOSObject().removeItem(COSName.getPDFName("PieceInfo"));
                page.setAnnotations(List.of());
            }
            document.getDocument().getTrailer().removeItem(COSName.ID);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
