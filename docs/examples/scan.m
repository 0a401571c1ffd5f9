% Scores every triplet from Octave or MATLAB, checks the first by the definition, and reads an .npy: octave docs/examples/scan.m
addpath(fileparts(mfilename('fullpath')));

X = dlmread('examples/series.csv', ',', 1, 0);
r = oinfo_call('scan', X, '--order', '3', '--top', '3');
best = r.orders(1).most_synergistic(1);
columns = best.nplet + 1; % oinfo counts columns from 0
fprintf('columns %d %d %d: O-information %.6f nats\n', columns, best.o);

% By hand: ranks as normal scores, their correlations, Omega = -ln det R - 1/2 sum ln diag(R^-1).
S = zeros(size(X, 1), 3);
for j = 1:3
  x = X(:, columns(j));
  below = sum(bsxfun(@lt, x, x'), 1)';
  equal = sum(bsxfun(@eq, x, x'), 1)';
  S(:, j) = -sqrt(2) * erfcinv(2 * (below + (equal + 1) / 2) / (numel(x) + 1));
end
R = corrcoef(S);
omega = -log(det(R)) - sum(log(diag(inv(R)))) / 2;
assert(abs(omega - best.o) < 1e-9);
fprintf('by the definition: %.6f\n', omega);

% Many given n-plets are quickest as .npy: a header whose length stands at byte 8, then float64, row by row.
program = getenv('OINFO');
if isempty(program)
  program = './oinfo';
end
values = [tempname() '.npy'];
status = system([program ' measures examples/activations.npy --nplets examples/groups.txt --quiet --format npy --out ' values]);
assert(status == 0);
file = fopen(values, 'r', 'ieee-le');
fseek(file, 8, 'bof');
fseek(file, fread(file, 1, 'uint16'), 'cof');
measures = fread(file, [4 Inf], 'double')'; % tc, dtc, o, s of each n-plet
fclose(file);
delete(values);
disp(measures);
