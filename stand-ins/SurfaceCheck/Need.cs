namespace SurfaceCheck;

/// <summary>A type or member that an assembly takes from another.</summary>
/// <param name="Assembly">The other's name.</param>
/// <param name="Member">The type or member, as <see cref="SignatureText"/> writes it.</param>
public sealed record Need(string Assembly, string Member);
