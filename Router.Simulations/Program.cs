using Router.Simulations.Commands;

return SimulateCommand.Run(args);
