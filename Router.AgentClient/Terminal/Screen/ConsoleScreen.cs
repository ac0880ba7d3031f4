using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Screen;

/// <summary>
/// The terminal itself, on its second screen so that the first is as before when the agent leaves. Only lines that changed are written.
/// </summary>
internal sealed class ConsoleScreen : IScreen, IDisposable
{
    // Second screen, no cursor, pastes told as such, and no reordering by the terminal: lines come in visual order
    // (ECMA-48 BDSM, as in https://terminal-wg.pages.freedesktop.org/bidi/).
    private const string Enter = "\e[?1049h\e[?25l\e[?2004h\e[8l\e[2J";
    private const string Leave = "\e[8h\e[?2004l\e[?25h\e[?1049l";
    private const string Bell = "\a";

    private readonly StreamWriter _out = new(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 16 * 1024);
    private readonly FrameText _text = new(ColorSystemSupport.Detect);
    private string[] _shown = [];
    private (int Width, int Height) _shownSize;

    public ConsoleScreen()
    {
        _out.Write(Enter);
        _out.Flush();
    }

    public (int Width, int Height) Size => (Console.WindowWidth, Console.WindowHeight);

    public void Show(IRenderable frame, int width, int height)
    {
        var lines = _text.Lines(frame, width, height);
        if (_shownSize != (width, height))
        {
            _out.Write("\e[2J");
            _shown = new string[height];
            _shownSize = (width, height);
        }

        for (var i = 0; i < height; i++)
        {
            if (_shown[i] != lines[i])
            {
                _out.Write(string.Create(CultureInfo.InvariantCulture, $"\e[{i + 1};1H\e[0m{lines[i]}\e[0m\e[K"));
            }
        }

        _shown = lines;
        _out.Flush();
    }

    public void RingBell()
    {
        _out.Write(Bell);
        _out.Flush();
    }

    public void Dispose()
    {
        _out.Write(Leave);
        _out.Dispose();
        _text.Dispose();
    }
}
