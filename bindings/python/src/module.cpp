#include "base/program_version.hpp"
#include "bindings/command_call.hpp"
#include "columns.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace py = pybind11;

/// Signals are looked for where Python looks for them: in its main thread, between two of its own steps. A Ctrl-C is
/// thrown as KeyboardInterrupt.
bool still_wanted() {
    const py::gil_scoped_acquire python;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    return true;
}

py::dict told_of_failure(const tarazy::CallFailure& failure) {
    py::list problems;
    for (const tarazy::Problem& problem : failure.problems)
        problems.append(py::make_tuple(problem.file, problem.line, problem.column, problem.what, problem.remedy));
    py::dict told;
    told["failure"] = std::string(tarazy::to_string(failure.kind));
    told["message"] = failure.message;
    told["problems"] = problems;
    return told;
}

py::dict told_of_result(tarazy::CommandResult&& result) {
    py::dict told;
    told["failure"] = py::none();
    told["status"] = result.status;
    if (result.table) told["columns"] = tarazy_python::columns_of(std::move(*result.table));
    if (!result.json.empty()) told["json"] = py::str(result.json);
    if (!result.text.empty()) told["text"] = py::str(result.text);
    told["notes"] = result.notes;
    told["warnings"] = result.warnings;
    told["told"] = result.told;
    return told;
}

/// Other threads of Python run meanwhile.
py::dict run(const std::vector<std::string>& arguments, const py::dict& frames) {
    tarazy::GivenTables tables;
    for (const auto& [name, columns] : frames) {
        auto key = py::cast<std::string>(name);
        tables[key] = tarazy_python::table_of(key, py::cast<py::list>(columns));
    }
    tarazy::CallAnswer answer;
    {
        const py::gil_scoped_release others;
        answer = tarazy::call_command(arguments, tables, still_wanted);
    }
    return answer.failure ? told_of_failure(*answer.failure) : told_of_result(std::move(answer.result));
}

}  // namespace

PYBIND11_MODULE(_engine, module) {
    module.doc() = "The engine of tarazy: runs one command.";
    module.attr("version") = tarazy::program_version();
    module.def("run", &run, py::arg("arguments"), py::arg("frames"));
}
