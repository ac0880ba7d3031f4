namespace Router.Engine.Policies;

/// <summary>What a part of a condition is.</summary>
public enum ConditionKind
{
    /// <summary>All of the parts that follow are true.</summary>
    All = 1,

    /// <summary>One of the parts that follow is true.</summary>
    Any = 2,

    /// <summary>The part that follows is false.</summary>
    Not = 3,

    /// <summary>A field compares as asked.</summary>
    Field = 4,
}
