using SurfaceCheck;

// Usage: SurfaceCheck <folder> <official assemblies, a;b> <stand-in assemblies, a;b>
// Prints what the official ones need and the stand-ins lack, as build errors.
if (args is not [var folder, var official, var standIns])
{
    Console.Error.WriteLine("SurfaceCheck : error STANDIN : expected a folder and two lists of assembly names: official, stand-ins.");
    return 2;
}

var lacks = Comparison.Run(folder, official.Split(';'), standIns.Split(';'));
foreach (var lack in lacks)
{
    Console.Error.WriteLine($"{folder} : error STANDIN : {lack}");
}

return lacks.Count == 0 ? 0 : 1;
