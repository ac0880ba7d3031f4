using System.Threading.Channels;

namespace Router.AgentClient.Terminal.Input;

/// <summary>Reads the keyboard on a thread of its own, since reading a key cannot be cancelled.</summary>
internal sealed class ConsoleKeys
{
    private readonly Channel<KeyPress> _keys = Channel.CreateUnbounded<KeyPress>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    /// <summary>Starts reading; ends with the process.</summary>
    public static ChannelReader<KeyPress> Start()
    {
        var keys = new ConsoleKeys();
        new Thread(keys.Read) { IsBackground = true, Name = "keyboard" }.Start();
        return keys._keys.Reader;
    }

    private void Read()
    {
        try
        {
            var decoder = new KeyDecoder();
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                foreach (var press in decoder.Take(key, Console.KeyAvailable))
                {
                    _keys.Writer.TryWrite(press);
                }
            }
        }
        catch (Exception error) when (error is InvalidOperationException or IOException)
        {
            // The keyboard is gone.
            _keys.Writer.TryComplete(error);
        }
    }
}
