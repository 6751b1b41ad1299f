package app.afterwell.aftercare.note;

/** A side from which the body chart is looked at. */
public enum BodyView {
    FRONT,
    BACK,
    LEFT,
    RIGHT
}
