namespace Router.Engine.Policies;

/// <summary>How a field is compared. Numbers compare as numbers where both sides are, anything else ordinally.</summary>
public enum Comparison
{
    /// <summary>The same; a field that is missing is not.</summary>
    Equal = 1,

    /// <summary>Not the same; a field that is missing is not the same as anything.</summary>
    NotEqual = 2,

    /// <summary>The same as one of the values.</summary>
    In = 3,

    /// <summary>Less; a field that is missing is not.</summary>
    Less = 4,

    /// <summary>Less or the same.</summary>
    LessOrEqual = 5,

    /// <summary>Greater.</summary>
    Greater = 6,

    /// <summary>Greater or the same.</summary>
    GreaterOrEqual = 7,

    /// <summary>There and not empty.</summary>
    Exists = 8,

    /// <summary>Begins with the value.</summary>
    Prefix = 9,
}
