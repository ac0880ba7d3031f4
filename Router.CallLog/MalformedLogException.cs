namespace Router.CallLog;

/// <summary>A call log that is not of the form it must have. Nothing is played of it.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The column's name, or empty when the whole row is meant.</param>
/// <param name="problem">What is there, and what it may be.</param>
public sealed class MalformedLogException(string file, int line, string column, string problem)
    : Exception(column.Length == 0 ? $"{file}:{line}: {problem}" : $"{file}:{line}: column {column}: {problem}")
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column's name, or empty when the whole row is meant.</summary>
    public string Column { get; } = column;
}
