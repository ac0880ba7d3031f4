using Router.AgentClient.Terminal.Screen;
using Router.Testing;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Router.Clients.Tests.AgentClient.Terminal;

/// <summary>A screen of 80 × 24 that keeps the last frame.</summary>
internal sealed class FakeScreen : IScreen, IDisposable
{
    private readonly FrameText _text = new(ColorSystemSupport.NoColors);
    private string _frame = "";

    public (int Width, int Height) Size => (80, 24);

    public int Rings { get; private set; }

    public void Show(IRenderable frame, int width, int height) => Volatile.Write(ref _frame, string.Join('\n', _text.Lines(frame, width, height)));

    public void RingBell() => Rings++;

    public void Dispose() => _text.Dispose();

    public Task ShowsAsync(string text) =>
        Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref _frame).Contains(text, StringComparison.Ordinal)), $"the screen shows '{text}'");
}
