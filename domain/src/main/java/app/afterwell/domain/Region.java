package app.afterwell.domain;

/** A region of the body, from head to foot. */
public enum Region {
    SCALP,
    JAW,
    SUBOCCIPITALS,
    NECK,
    UPPER_TRAPS,
    SHOULDER,
    CHEST,
    UPPER_ARM,
    FOREARM,
    HAND,
    UPPER_BACK,
    MID_BACK,
    LOWER_BACK,
    ABDOMEN,
    GLUTES,
    PIRIFORMIS,
    HIP_FLEXORS,
    ADDUCTORS,
    QUADS,
    IT_BAND,
    HAMSTRINGS,
    KNEE,
    CALVES,
    ANKLE,
    FOOT
}
