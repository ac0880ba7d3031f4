namespace Router.Simulator.Play;

/// <summary>Something planned.</summary>
/// <param name="Kind">What.</param>
/// <param name="Who">The <see cref="Call"/>, or for <see cref="PlannedKind.Act"/> the <see cref="Action"/>.</param>
internal readonly record struct Planned(PlannedKind Kind, object Who);
