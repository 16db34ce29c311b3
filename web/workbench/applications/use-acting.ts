/** Does something with an application; what came of it takes the place of what was shown. */
import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../api/queries.ts';
import { type Application, type ApplicationAct, actOn, applicationKey, applicationsKey } from './requests.ts';

interface Acting {
  readonly act: Exclude<ApplicationAct, 'issue'>;
  readonly revision: number;
  readonly text?: string;
}

export function useActing(id: string, onDone: (application: Application) => void = () => undefined) {
  return useMutation({
    mutationFn: ({ act, revision, text }: Acting) => actOn(id, act, revision, text),
    onSuccess: (application) => {
      queryClient.setQueryData(applicationKey(id), application);
      void queryClient.invalidateQueries({ queryKey: [...applicationsKey, 'list'] });
      // What came of it stands in the head of the page.
      window.scrollTo({ top: 0 });
      onDone(application);
    },
    // Somebody else was faster: what is shown is not so any more.
    onError: () => queryClient.invalidateQueries({ queryKey: applicationKey(id), exact: true }),
  });
}
