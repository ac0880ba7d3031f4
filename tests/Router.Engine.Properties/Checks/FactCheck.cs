using Router.Engine.Events;
using Router.Engine.Properties.Drawing;

namespace Router.Engine.Properties.Checks;

/// <summary>Facts have gapless numbers and times that do not run backwards; messages count from 1; a refusal changes nothing.</summary>
internal sealed class FactCheck
{
    private readonly Dictionary<string, int> _messages = [];
    private long _number;
    private long _at;

    public void Run(Moment moment)
    {
        foreach (var fact in moment.Changes.Facts)
        {
            Broken.If(fact.Number != _number + 1, $"Fact {fact.Number} follows {_number}.");
            Broken.If(fact.At < _at, $"Fact {fact.Number} is of {fact.At}, after {_at}.");
            Broken.If(fact.At > moment.Engine.Now, $"Fact {fact.Number} is of {fact.At} at {moment.Engine.Now}.");
            (_number, _at) = (fact.Number, fact.At);
        }

        foreach (var message in moment.Changes.Messages)
        {
            var last = _messages.GetValueOrDefault(message.TicketId);
            Broken.If(message.Number != last + 1, $"Message {message.Number} of {message.TicketId} follows {last}.");
            _messages[message.TicketId] = message.Number;
        }

        Broken.If(
            moment.Outcome is { IsRefused: true } && !(moment.Changes.IsEmpty && moment.Changes.Messages.Count + moment.Changes.WaitClasses.Count == 0),
            $"Refused with {moment.Outcome?.Reason}, and something changed.");
        Broken.If(moment.Changes.Facts.Any(f => f.Kind == FactKind.Unspecified), "A fact has no kind.");
    }
}
