using Router.Server.Live.Wire;

namespace Router.Server.Live;

/// <summary>Builds a frame.</summary>
/// <param name="now">The rows as they are.</param>
/// <param name="what">Which are told; those that are no more are told as removed.</param>
/// <param name="reset">What was known before is to be forgotten.</param>
/// <param name="complete">Nothing follows at once.</param>
internal delegate LiveFrame LiveFrameBuild(LiveSnapshot now, LiveChanges what, bool reset, bool complete);
