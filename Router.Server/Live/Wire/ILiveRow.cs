namespace Router.Server.Live.Wire;

/// <summary>Something that frames tell whenever it has changed.</summary>
internal interface ILiveRow
{
    /// <summary>The version of the view in which it last changed.</summary>
    long Version { get; }
}
