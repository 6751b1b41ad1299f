package app.afterwell.domain;

/** What the therapist found on an area. */
public enum Finding {
    TIGHTNESS,
    TENDERNESS,
    TRIGGER_POINT,
    RESTRICTED_MOTION,
    GUARDING,
    SWELLING,
    HEAT_OR_REDNESS,
    BRUISING,
    NUMBNESS,
    TINGLING,
    WEAKNESS,
    HEADACHE,
    BROKEN_SKIN
}
