package wherein.format.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;

/** What a page draws beside letters, told without drawing it. */
final class PageInk extends PDFGraphicsStreamEngine {

    private final double area;
    private double pictures;
    private boolean drawn;

    private PageInk(PDPage page) {
        super(page);
        PDRectangle box = page.getCropBox();
        this.area = Math.max(1, (double) box.getWidth() * box.getHeight());
    }

    /** Of {@code page}; takes as long as it draws. */
    static PageInk of(PDPage page) throws IOException {
        PageInk ink = new PageInk(page);
        ink.processPage(page);
        return ink;
    }

    /** The share of the page that its pictures cover, each counted by itself; over one where they lie on one another. */
    double pictures() {
        return pictures;
    }

    /** Whether there is anything, be it a picture or a line. */
    boolean isInked() {
        return drawn || pictures > 0;
    }

    @Override
    public void drawImage(PDImage image) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        double covered = Math.abs(
                (double) matrix.getScaleX() * matrix.getScaleY() - (double) matrix.getShearX() * matrix.getShearY());
        pictures += Math.min(1, covered / area);
    }

    @Override
    public void strokePath() {
        drawn = true;
    }

    @Override
    public void fillPath(int windingRule) {
        drawn = true;
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        drawn = true;
    }

    @Override
    public void shadingFill(COSName name) {
        drawn = true;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        // Draws nothing yet.
    }

    @Override
    public void clip(int windingRule) {
        // Draws nothing.
    }

    @Override
    public void moveTo(float x, float y) {
        // Draws nothing yet.
    }

    @Override
    public void lineTo(float x, float y) {
        // Draws nothing yet.
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        // Draws nothing yet.
    }

    @Override
    public Point2D getCurrentPoint() {
        return new Point2D.Float();
    }

    @Override
    public void closePath() {
        // Draws nothing yet.
    }

    @Override
    public void endPath() {
        // Draws nothing.
    }
}
