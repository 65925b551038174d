using BenchmarkDotNet.Running;
using Moderation.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(NameMatcherBenchmark).Assembly).Run(args);
return 0;
