package org.oinfo.cli.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.oinfo.cli.process.UnavailableException;

/**
 * Drawings as pixels. The class cannot be loaded without the module java.desktop, and nothing else of the command line loads that. The letters are of this
 * machine's fonts, so that the same drawing may differ between machines.
 */
final class Png {
    /** What can be had everywhere. */
    static final String INSTEAD = "; give a name that ends in .svg, which needs nothing";

    /** Pixels of the picture for one of the drawing: it is for slides and print, too. */
    private static final int DENSITY = 2;

    private Png() {}

    /** Refuses where nothing can be lettered, before any work. */
    static void requireFonts() {
        // No screen is there, or asked for.
        System.setProperty("java.awt.headless", "true");
        try {
            BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            image.createGraphics().drawString("0", 0, 0);
        } catch (LinkageError | InternalError e) {
            throw new UnavailableException(
                    "--plot FILE.png needs fonts, such as Debian's fontconfig and fonts-dejavu-core: found none, "
                            + e.getMessage() + INSTEAD);
        }
    }

    /** Writes a drawing. */
    static void write(String svg, OutputStream out) throws IOException {
        SVGDocument drawing = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (drawing == null) {
            throw new IllegalStateException("a drawing must be SVG");
        }
        BufferedImage image = new BufferedImage(
                Math.round(drawing.size().width * DENSITY),
                Math.round(drawing.size().height * DENSITY),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setBackground(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        graphics.clearRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(DENSITY, DENSITY);
        drawing.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, null);
        graphics.dispose();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", out);
    }
}
