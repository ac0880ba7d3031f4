namespace Router.Simulations.Estimates;

/// <summary>What a customer was told when he came, seconds.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Promise">The promise.</param>
/// <param name="Average">What Asterisk would have told.</param>
/// <param name="Ahead">How many of his class were ahead.</param>
internal readonly record struct Told(double Estimate, double Promise, double Average, int Ahead);
