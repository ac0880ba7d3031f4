using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Router.Server.Metrics;

/// <summary>Listens to this server's instruments, and to the runtime's, and writes what they have measured.</summary>
internal sealed class MetricsCollector : IDisposable
{
    private const string RuntimeMeter = "System.Runtime";

    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Lock _observing = new();

    /// <summary>Listens from now on.</summary>
    /// <param name="scope">Whose instruments: several servers may live in a process.</param>
    public MetricsCollector(object scope)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == scope || instrument.Meter.Name is RuntimeMeter or Edge.Refusals.RefusalMeter.Name)
            {
                var family = new MetricFamily(instrument);
                listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(family.Name, family));
            }
        };
        _listener.SetMeasurementEventCallback<double>(Take);
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, family) => Take(instrument, value, tags, family));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, family) => Take(instrument, value, tags, family));
        _listener.Start();
    }

    /// <summary>The page.</summary>
    public string Write()
    {
        lock (_observing)
        {
            foreach (var family in _families.Values)
            {
                if (family.IsObserved)
                {
                    family.Clear();
                }
            }

            _listener.RecordObservableInstruments();
            var page = new StringBuilder();
            foreach (var family in _families.Values.OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                PrometheusText.Write(page, family);
            }

            return page.ToString();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private static void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? family) =>
        ((MetricFamily)family!).Take(value, tags);
}
