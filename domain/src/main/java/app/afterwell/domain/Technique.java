package app.afterwell.domain;

/** What the therapist did on an area. */
public enum Technique {
    SWEDISH,
    DEEP_TISSUE,
    MYOFASCIAL_RELEASE,
    TRIGGER_POINT,
    SPORTS,
    ASSISTED_STRETCHING,
    CRANIOSACRAL,
    LYMPHATIC_DRAINAGE,
    CUPPING,
    INSTRUMENT_ASSISTED,
    HOT_STONE,
    PRENATAL
}
