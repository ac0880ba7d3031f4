namespace Router.Engine.Commands;

/// <summary>What is to become of a consult.</summary>
public enum ConsultOutcome
{
    /// <summary>The participant leaves; who was only asked is asked no longer.</summary>
    Leave,

    /// <summary>The participant becomes the owner.</summary>
    TakeOver,

    /// <summary>Both stay to the end.</summary>
    Stay,
}
