using Router.Simulator.Commands;

return SimulateCommand.Run(args);
