namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>Makes one element of another.</summary>
/// <typeparam name="TFrom">What is read.</typeparam>
/// <typeparam name="TTo">What is made.</typeparam>
/// <param name="value">The element read.</param>
/// <returns>The element made.</returns>
public delegate TTo Projection<TFrom, TTo>(in TFrom value);

/// <summary>Makes one element of another and a state that all share.</summary>
/// <typeparam name="TFrom">What is read.</typeparam>
/// <typeparam name="TState">What all share.</typeparam>
/// <typeparam name="TTo">What is made.</typeparam>
/// <param name="value">The element read.</param>
/// <param name="state">The shared state.</param>
/// <returns>The element made.</returns>
public delegate TTo Projection<TFrom, TState, TTo>(in TFrom value, in TState state);
