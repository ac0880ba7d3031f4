namespace Router.Simulator.Figures;

/// <summary>The linear regression of a few variables.</summary>
internal static class LeastSquares
{
    /// <summary>The slopes that explain most, beside a constant.</summary>
    /// <param name="rows">The variables of each observation.</param>
    /// <param name="values">What is to be explained.</param>
    /// <returns>One for each variable; 0 for one that never varies, or only together with those before it.</returns>
    public static double[] Slopes(IReadOnlyList<double[]> rows, IReadOnlyList<double> values)
    {
        var count = rows[0].Length;
        var means = Enumerable.Range(0, count).Select(c => rows.Average(r => r[c])).ToArray();
        var mean = values.Average();
        var matrix = new double[count][];
        for (var i = 0; i < count; i++)
        {
            matrix[i] = new double[count + 1];
            for (var j = 0; j < count; j++)
            {
                matrix[i][j] = rows.Sum(r => (r[i] - means[i]) * (r[j] - means[j]));
            }

            matrix[i][count] = rows.Zip(values, (r, v) => (r[i] - means[i]) * (v - mean)).Sum();
        }

        return Solve(matrix);
    }

    // Gauss and Jordan; the matrix is symmetric and not negative, so its diagonal serves as it stands.
    private static double[] Solve(double[][] matrix)
    {
        var sizes = matrix.Select((row, i) => row[i]).ToArray();
        for (var i = 0; i < matrix.Length; i++)
        {
            if (matrix[i][i] <= sizes[i] * 1e-12)
            {
                Array.Clear(matrix[i]);
                continue;
            }

            for (var other = 0; other < matrix.Length; other++)
            {
                var factor = other == i ? 0 : matrix[other][i] / matrix[i][i];
                for (var j = i; j <= matrix.Length && factor != 0; j++)
                {
                    matrix[other][j] -= factor * matrix[i][j];
                }
            }
        }

        return [.. matrix.Select((row, i) => row[i] == 0 ? 0 : row[^1] / row[i])];
    }
}
