#include "base/program_version.hpp"
#include "bindings/command_call.hpp"
#include "columns.hpp"

#include <R_ext/Rdynload.h>
#include <cpp11.hpp>
#include <cpp11/declarations.hpp>

#include <string>
#include <vector>

namespace {

using namespace cpp11::literals;

cpp11::sexp problems_in_r(const std::vector<tarazy::Problem>& problems) {
    cpp11::writable::strings file, what, remedy;
    cpp11::writable::integers line, column;
    for (const tarazy::Problem& problem : problems) {
        file.push_back(problem.file);
        line.push_back(static_cast<int>(problem.line));
        column.push_back(static_cast<int>(problem.column));
        what.push_back(problem.what);
        remedy.push_back(problem.remedy);
    }
    return cpp11::writable::data_frame(
        {"file"_nm = file, "line"_nm = line, "column"_nm = column, "what"_nm = what, "remedy"_nm = remedy});
}

cpp11::sexp failure_in_r(const tarazy::CallFailure& failure) {
    return cpp11::writable::list({"failure"_nm = std::string(tarazy::to_string(failure.kind)),
                                  "message"_nm = failure.message, "problems"_nm = problems_in_r(failure.problems)});
}

cpp11::sexp or_null(const std::string& text) {
    if (text.empty()) return R_NilValue;
    return cpp11::as_sexp(text);
}

cpp11::sexp result_in_r(const tarazy::CommandResult& result) {
    cpp11::sexp table = R_NilValue;
    if (result.table) table = tarazy_r::columns_of(*result.table);
    return cpp11::writable::list(
        {"status"_nm = result.status, "version"_nm = tarazy::program_version(), "table"_nm = table,
         "rows"_nm = result.table ? static_cast<int>(result.table->rows()) : 0, "json"_nm = or_null(result.json),
         "text"_nm = or_null(result.text), "notes"_nm = cpp11::as_sexp(result.notes),
         "warnings"_nm = cpp11::as_sexp(result.warnings), "told"_nm = cpp11::as_sexp(result.told)});
}

/// R hears of Ctrl-C in its own thread only; the exception of cpp11 goes on as R's own interrupt.
bool still_wanted() {
    cpp11::check_user_interrupt();
    return true;
}

SEXP run(SEXP words, SEXP frames) {
    BEGIN_CPP11
    const auto arguments = cpp11::as_cpp<std::vector<std::string>>(words);
    tarazy::GivenTables tables;
    const cpp11::list given(frames);
    if (given.size() > 0) {
        const cpp11::strings names(given.names());
        for (R_xlen_t i = 0; i < given.size(); ++i) {
            const std::string name(names[i]);
            tables[name] = tarazy_r::table_of(name, cpp11::list(given[i]));
        }
    }
    const tarazy::CallAnswer answer = tarazy::call_command(arguments, tables, still_wanted);
    return answer.failure ? failure_in_r(*answer.failure) : result_in_r(answer.result);
    END_CPP11
}

}  // namespace

extern "C" __attribute__((visibility("default"))) void R_init_tarazy(DllInfo* library) {
    static const R_CallMethodDef calls[] = {{"C_run", reinterpret_cast<DL_FUNC>(reinterpret_cast<void (*)()>(&run)), 2},
                                            {nullptr, nullptr, 0}};
    R_registerRoutines(library, nullptr, calls, nullptr, nullptr);
    R_useDynamicSymbols(library, FALSE);
    R_forceSymbols(library, TRUE);
}
