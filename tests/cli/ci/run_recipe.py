#!/usr/bin/env python3
"""Runs the shell steps of a CI recipe as their CI system would, in the working folder.

    run_recipe.py action ACTION.yml [INPUT=VALUE ...]    a composite action of GitHub
    run_recipe.py gitlab PAGE.md                         the job in the first yaml block behind "GitLab" on the page

What is not shell (actions that others keep) is named and passed over. The exit code is that of the first step that
failed; 99 where the recipe itself is wrong.
"""
import os
import re
import subprocess
import sys
import tempfile

import yaml


def wrong(what):
    print(f"wrong recipe: {what}", file=sys.stderr)
    sys.exit(99)


def filled_in(text, contexts):
    """Replaces ${{ inputs.x }} and the like; an expression that is not known is wrong."""
    def value(match):
        return contexts[match.group(1)] if match.group(1) in contexts else wrong(f"{match.group(0)} is not known")
    return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", value, str(text))


def run_action(path, given):
    with open(path, encoding="utf-8") as file:
        action = yaml.safe_load(file)
    for key in ("name", "description", "runs"):
        if key not in action:
            wrong(f"{key} is missing")
    if action["runs"]["using"] != "composite":
        wrong("this runs composite actions only")
    contexts = {"github.action_path": os.path.dirname(os.path.abspath(path)), "github.run_id": "1"}
    inputs = {name: filled_in(about.get("default", ""), contexts) for name, about in action["inputs"].items()}
    for name, about in action["inputs"].items():
        if not about.get("description"):
            wrong(f"input {name} has no description")
    for argument in given:
        name, value = argument.split("=", 1)
        if name not in inputs:
            wrong(f"{name} is no input")
        inputs[name] = value
    contexts.update({"inputs." + name: value for name, value in inputs.items()})

    environment = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        paths = os.path.join(folder, "paths")
        environment["GITHUB_PATH"] = paths
        for step in action["runs"]["steps"]:
            if "uses" in step:
                if not re.fullmatch(r"[\w.-]+/[\w./-]+@v?\w[\w.-]*", step["uses"]):
                    wrong(f"{step['uses']} names no version")
                for value in step.get("with", {}).values():
                    filled_in(value, contexts)
                print(f"passed over: {step['uses']}")
                continue
            if step.get("shell") != "bash":
                wrong("a step with run must name its shell")
            script = os.path.join(folder, "step.sh")
            with open(script, "w", encoding="utf-8") as file:
                file.write(filled_in(step["run"], contexts))
            own = {name: filled_in(value, contexts) for name, value in step.get("env", {}).items()}
            # As docs.github.com gives it for shell: bash.
            code = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
                                  env={**environment, **own}, check=False).returncode
            if code != 0:
                sys.exit(code)
            if os.path.exists(paths):
                with open(paths, encoding="utf-8") as file:
                    for line in file.read().splitlines():
                        environment["PATH"] = line + os.pathsep + environment["PATH"]
                os.remove(paths)


def run_gitlab(path):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    block = re.search(r"GitLab.*?```yaml\n(.*?)```", page, re.DOTALL)
    if block is None:
        wrong("there is no yaml block")
    for name, job in yaml.safe_load(block.group(1)).items():
        report = job["artifacts"]["reports"]["codequality"]
        if job["artifacts"].get("when") != "always":
            wrong(f"{name}: the report of a red run is not kept")
        code = subprocess.run(["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])], check=False).returncode
        if not os.path.exists(report):
            wrong(f"{name}: {report} was not written")
        sys.exit(code)


if sys.argv[1] == "action":
    run_action(sys.argv[2], sys.argv[3:])
else:
    run_gitlab(sys.argv[2])
