namespace Router.Documents;

/// <summary>A document that is not of the form it must have.</summary>
/// <param name="mistakes">All that is wrong, each with the file, where it is and what would be right.</param>
/// <param name="inner">What it comes from, if anything.</param>
public sealed class DocumentException(IReadOnlyList<string> mistakes, Exception? inner = null) : Exception(string.Join('\n', mistakes), inner)
{
    /// <summary>One mistake.</summary>
    /// <param name="mistake">What is wrong, with the file, where it is and what would be right.</param>
    /// <param name="inner">What it comes from, if anything.</param>
    public DocumentException(string mistake, Exception? inner = null)
        : this([mistake], inner)
    {
    }

    /// <summary>All that is wrong, each with the file, where it is and what would be right.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
