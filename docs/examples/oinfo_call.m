function result = oinfo_call(command, X, varargin)
% OINFO_CALL  Runs a command of oinfo on a matrix, samples x variables; what it answers comes back as a struct.
%   r = oinfo_call('scan', X, '--order', '3', '--top', '5');
%   r.orders(1).most_synergistic(1).o
% The environment variable OINFO names the program. Octave 7 or newer, or MATLAB.
  program = getenv('OINFO');
  if isempty(program)
    program = './oinfo';
  end
  input = [tempname() '.csv'];
  output = [tempname() '.json'];
  dlmwrite(input, X, 'delimiter', ',', 'precision', '%.17g');
  words = sprintf(' ''%s''', command, input, varargin{:}, '--header', 'no', '--format', 'json', '--out', output);
  status = system([program words]);
  delete(input);
  if status ~= 0
    error('oinfo has said above what is wrong');
  end
  result = jsondecode(fileread(output));
  delete(output);
end
