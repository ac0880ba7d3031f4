namespace Router.Engine.State;

/// <summary>
/// Agents who are nobody yet, made many at a time: so they stand one beside the other in memory, and so do their lanes, apart from their profiles. Of thousands of agents each one
/// is looked at seldom, and then has to be fetched.
/// </summary>
internal sealed class NewAgents
{
    private const int Block = 64;

    private readonly Stack<Agent> _agents = [];

    public Agent Take()
    {
        if (_agents.Count == 0)
        {
            for (var i = 0; i < Block; i++)
            {
                _agents.Push(new Agent());
            }

            foreach (var agent in _agents)
            {
                agent.Lanes = new();
            }
        }

        return _agents.Pop();
    }
}
