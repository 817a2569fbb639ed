# Rules for the folders under src/: one library a module, one test program a module, found by globbing,
# so that a new idea is three new files and no edit here.

add_library(tarazy_flags INTERFACE)
target_include_directories(tarazy_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(tarazy_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -ffp-contract=off
    $<$<BOOL:${TARAZY_WARNINGS_AS_ERRORS}>:-Werror>)
# In the flags of all, a new version would compile all of them again.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/base/program_version.cpp PROPERTIES
    COMPILE_DEFINITIONS TARAZY_VERSION="${PROJECT_VERSION}" SKIP_UNITY_BUILD_INCLUSION ON)

# Tests that need the large reference files look for them beside the checkout and skip, visibly, without them.
set(TARAZY_SHARED_DIR "${PROJECT_SOURCE_DIR}/../shared" CACHE PATH "Folder with reference/ and data/ for tests")

function(tarazy_sources folder out_sources out_tests)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${folder}/*.cpp ${PROJECT_SOURCE_DIR}/src/${folder}/*.S)
    set(tests ${sources})
    list(FILTER sources EXCLUDE REGEX "_test\\.cpp$|/main\\.cpp$")
    list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
    set(${out_sources} "${sources}" PARENT_SCOPE)
    set(${out_tests} "${tests}" PARENT_SCOPE)
endfunction()

# What every test includes is parsed once. The target links no library of its own, since a macro that one library
# defines and another does not would make the parsed header useless.
if(TARAZY_TESTS)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/test_headers.cpp CONTENT "")
    add_library(test_headers OBJECT ${CMAKE_BINARY_DIR}/test_headers.cpp)
    target_link_libraries(test_headers PRIVATE tarazy_flags GTest::gtest)
    target_compile_options(test_headers PRIVATE -O0 -fno-sanitize=undefined)
    target_precompile_headers(test_headers PRIVATE <gtest/gtest.h> <filesystem> <fstream> <map> <optional> <sstream>
        <string> <string_view> <vector>)
endif()

# Tests that another build tree has compiled, linked with the libraries of this one. The libraries come first, whole: of a
# function that a test and a library both carry, the library's is taken, which the sanitizers know.
set(TARAZY_TEST_OBJECTS "" CACHE PATH "Build tree whose compiled tests are linked here instead of compiled once more")
function(tarazy_test_of_objects name folders libraries)
    file(STRINGS ${TARAZY_TEST_OBJECTS}/${name}_test.objects objects)
    set_source_files_properties(${objects} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
    add_executable(${name}_test ${objects})
    set_target_properties(${name}_test PROPERTIES LINKER_LANGUAGE CXX)
    list(TRANSFORM folders REPLACE "(.+)" "$<TARGET_FILE:tarazy_\\1>")
    target_link_options(${name}_test PRIVATE LINKER:--whole-archive ${folders} LINKER:--no-whole-archive)
    target_link_libraries(${name}_test PRIVATE ${libraries} GTest::gtest GTest::gtest_main)
endfunction()

# tarazy_test_program(NAME FOLDERS folders... USES modules... [LINKS libraries...]): the tests that lie in some folders
# under src/, in one program. Few large programs link faster than many small ones.
function(tarazy_test_program name)
    cmake_parse_arguments(program "" "" "FOLDERS;SOURCES;USES;LINKS" ${ARGN})
    if(NOT TARAZY_TESTS)
        return()
    endif()
    set(all_tests ${program_SOURCES})
    foreach(folder ${program_FOLDERS})
        tarazy_sources(${folder} sources tests)
        list(APPEND all_tests ${tests})
    endforeach()
    list(TRANSFORM program_USES PREPEND tarazy_)
    if(TARAZY_TEST_OBJECTS)
        tarazy_test_of_objects(${name} "${program_FOLDERS}" "${program_USES};${program_LINKS}")
        return()
    endif()
    add_executable(${name}_test ${all_tests})
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/${name}_test.objects CONTENT "$<JOIN:$<TARGET_OBJECTS:${name}_test>,\n>")
    # Each file keeps its names in a namespace of its own, so that several make one unit: what they all include is read,
    # and its templates are made, once a unit.
    set_target_properties(${name}_test PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 24)
    target_link_libraries(${name}_test PRIVATE ${program_USES} ${program_LINKS} GTest::gtest GTest::gtest_main)
    # The tests themselves need not be fast, only soon compiled; the sanitizers look for undefined behaviour in what they
    # test.
    target_compile_options(${name}_test PRIVATE -O0 -fno-sanitize=undefined)
    target_precompile_headers(${name}_test REUSE_FROM test_headers)
    target_compile_definitions(${name}_test PRIVATE
        TARAZY_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TARAZY_SHARED_DIR="${TARAZY_SHARED_DIR}"
        TARAZY_PROGRAM="${CMAKE_BINARY_DIR}/tarazy")
    add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()

# tarazy_module(NAME [COLD] [USES modules...] [LINKS libraries...]): COLD is a module that puts together what others
# compute; there is little to optimise in it and much to compile.
function(tarazy_module name)
    cmake_parse_arguments(module "COLD" "" "USES;LINKS" ${ARGN})
    tarazy_sources(${name} sources tests)
    list(TRANSFORM module_USES PREPEND tarazy_)
    add_library(tarazy_${name} STATIC ${sources})
    target_link_libraries(tarazy_${name} PUBLIC tarazy_flags ${module_USES} PRIVATE ${module_LINKS})
    # The packages for Python and R are shared objects made of these libraries.
    set_target_properties(tarazy_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_compile_options(tarazy_${name} PRIVATE -fno-semantic-interposition)
    if(module_COLD)
        target_compile_options(tarazy_${name} PRIVATE -O1)
    endif()
endfunction()

# tarazy_embed(MODULE FILE.S PATTERNS...): FILE.S takes the files of the checkout that match the patterns into the program with
# .incbin, so that a new file among them (a catalogue of words) is an edit nowhere. Each is called by its path behind dist/ or
# locale/. explorer/dist is made by npm, not by CMake: when it is lacking, only what needs it fails, and says what to do.
function(tarazy_embed module file)
    set(assembler ${PROJECT_SOURCE_DIR}/src/${module}/${file})
    set(paths "")
    foreach(pattern ${ARGN})
        if(pattern MATCHES "^explorer/dist/")
            set(found ${PROJECT_SOURCE_DIR}/${pattern})
            add_custom_command(OUTPUT ${found} VERBATIM
                COMMAND ${CMAKE_COMMAND} -DFILE=${found} -P ${PROJECT_SOURCE_DIR}/cmake/need_explorer.cmake)
        else()
            file(GLOB found CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${pattern})
        endif()
        list(APPEND paths ${found})
    endforeach()
    set(lines "")
    foreach(path ${paths})
        file(RELATIVE_PATH relative ${PROJECT_SOURCE_DIR} ${path})
        string(REGEX REPLACE "^(explorer/dist|locale)/" "" name ${relative})
        string(APPEND lines "embed \"${name}\", \"${relative}\"\n")
    endforeach()
    set(folder ${CMAKE_BINARY_DIR}/${module}_embedded)
    file(CONFIGURE OUTPUT ${folder}/embedded_list.inc CONTENT "${lines}")
    set_source_files_properties(${assembler} PROPERTIES OBJECT_DEPENDS "${paths};${folder}/embedded_list.inc"
        COMPILE_OPTIONS "-I${PROJECT_SOURCE_DIR};-I${folder}")
endfunction()

# tarazy_program(NAME [USES modules...] [LINKS libraries...]): src/cli/main.cpp; all else of a program is in its modules.
function(tarazy_program name)
    cmake_parse_arguments(program "" "" "USES;LINKS" ${ARGN})
    list(TRANSFORM program_USES PREPEND tarazy_)
    add_executable(${name} ${PROJECT_SOURCE_DIR}/src/cli/main.cpp)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
    target_link_libraries(${name} PRIVATE tarazy_flags ${program_USES} ${program_LINKS})
    target_compile_options(${name} PRIVATE -O1)
endfunction()

function(tarazy_benchmarks folder)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    foreach(source ${sources})
        get_filename_component(name ${source} NAME_WE)
        add_executable(${name} ${source})
        target_link_libraries(${name} PRIVATE tarazy_serve nlohmann_json::nlohmann_json benchmark::benchmark benchmark::benchmark_main)
        target_compile_definitions(${name} PRIVATE TARAZY_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
        target_compile_definitions(${name} PRIVATE TARAZY_SHARED_DIR="${TARAZY_SHARED_DIR}")
    endforeach()
endfunction()

# clang 14 (Debian 12) does not compile what gives a std::ranges::subrange (std::ranges::unique, equal_range, stable_partition; a test
# looks for them) with the headers of GCC 12, nor a lambda that captures a structured binding, nor an aggregate that a container makes
# from its parts (`map.try_emplace(key, first, second)`; write `try_emplace(key, Part{first, second})`): the libraries do without.
# Each fuzz/NAME.cpp becomes a libFuzzer program, linked with the modules it includes; its corpus lies in fuzz/corpus/NAME/. The
# target `fuzz_targets` makes them all, without the program and the commands of the command line.
function(tarazy_fuzz_targets folder)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    add_custom_target(fuzz_targets)
    foreach(source ${sources})
        get_filename_component(name ${source} NAME_WE)
        add_executable(${name} ${source})
        add_dependencies(fuzz_targets ${name})
        file(STRINGS ${source} includes REGEX "^#include \"[a-z]+/")
        list(TRANSFORM includes REPLACE "^#include \"([a-z]+)/.*$" "tarazy_\\1")
        target_link_libraries(${name} PRIVATE ${includes})
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    endforeach()
endfunction()
