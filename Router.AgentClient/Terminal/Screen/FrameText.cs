using Spectre.Console;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Screen;

/// <summary>Draws frames into lines of text.</summary>
internal sealed class FrameText : IDisposable
{
    private readonly StringWriter _writer = new() { NewLine = "\n" };
    private readonly IAnsiConsole _console;

    /// <summary>Draws with these colours.</summary>
    /// <param name="colors">What the terminal can show; <see cref="ColorSystemSupport.NoColors"/> for plain text.</param>
    public FrameText(ColorSystemSupport colors)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colors == ColorSystemSupport.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = colors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_writer),
        });
        _console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>The frame's lines, each complete in itself; exactly as many as asked for.</summary>
    public string[] Lines(IRenderable frame, int width, int height)
    {
        _console.Profile.Width = width;
        _console.Profile.Height = height;
        _writer.GetStringBuilder().Clear();
        _console.Write(frame);
        var lines = _writer.ToString().TrimEnd('\n').Split('\n');
        Array.Resize(ref lines, height);
        return [.. lines.Select(line => line ?? "")];
    }

    public void Dispose() => _writer.Dispose();
}
