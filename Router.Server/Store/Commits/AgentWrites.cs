using Router.Engine.Agents;
using Router.Engine.Records;
using Router.Server.Store.Codecs;

namespace Router.Server.Store.Commits;

/// <summary>The writes that agents cause. A profile is written when it is another than the one written before.</summary>
internal sealed class AgentWrites(WorkspaceKeys keys)
{
    private readonly Dictionary<string, AgentProfile> _written = [];
    private readonly List<AgentProfile> _profiles = [];

    public void Write(WriteList writes, Changes changes)
    {
        if (changes.DeletedAgents.Count > 0)
        {
            Delete(writes, keys.Agents, changes.DeletedAgents);
            Delete(writes, keys.Profiles, changes.DeletedAgents);
        }

        if (changes.Agents.Count > 0)
        {
            WriteSessions(writes, changes.Agents);
            WriteProfiles(writes);
        }
    }

    private void Delete(WriteList writes, string key, IReadOnlyList<string> agents)
    {
        writes.Begin("HDEL", key);
        foreach (var id in agents)
        {
            writes.Next().Text(id);
            _written.Remove(id);
        }

        writes.End();
    }

    private void WriteSessions(WriteList writes, IReadOnlyList<AgentRecord> agents)
    {
        writes.Begin("HSET", keys.Agents);
        foreach (var agent in agents)
        {
            var profile = agent.Profile;
            writes.Next().Text(profile.Id);
            writes.Next().Message(agent, AgentCodec.Write);
            if (!ReferenceEquals(_written.GetValueOrDefault(profile.Id), profile))
            {
                _profiles.Add(profile);
                _written[profile.Id] = profile;
            }
        }

        writes.End();
    }

    private void WriteProfiles(WriteList writes)
    {
        if (_profiles.Count == 0)
        {
            return;
        }

        writes.Begin("HSET", keys.Profiles);
        foreach (var profile in _profiles)
        {
            writes.Next().Text(profile.Id);
            writes.Next().Message(AgentCodec.ToStored(profile));
        }

        writes.End();
        _profiles.Clear();
    }
}
